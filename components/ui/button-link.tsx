import { type ButtonVariants, buttonVariants } from "@heroui/styles";
import Link from "next/link";
import type { ComponentProps } from "react";

type ButtonLinkProps = ComponentProps<typeof Link> & Pick<ButtonVariants, "variant" | "size" | "isIconOnly">;

/** A link that looks like a button: for going somewhere, where a button would do something. */
export function ButtonLink({ variant = "primary", size, isIconOnly, className, ...props }: ButtonLinkProps) {
  return <Link className={buttonVariants({ variant, size, isIconOnly, className })} {...props} />;
}

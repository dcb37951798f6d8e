"use client";

import { type ComponentProps, useState } from "react";
import { RotateApiKey } from "@/components/api-keys/rotate-api-key";

/**
 * Rotates the key of a connection. It belongs to the connection and not to the key: the page is shown anew as calls arrive, and the row of a
 * key that ended would take the new one along.
 */
export function RotateConnectionKey(props: Omit<ComponentProps<typeof RotateApiKey>, "onStored">) {
  const [rotations, setRotations] = useState(0);
  return <RotateApiKey key={rotations} {...props} onStored={() => setRotations(rotations + 1)} />;
}

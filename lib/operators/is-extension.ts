/** Words that stand before the number of an extension, as call centres write them in Spanish, Portuguese and English. */
const WORDS = "ext|extn|exten|extension|extensión|extensão|interno|int|ramal|anexo|terminal|term|ras|sip|tel";

const NUMBER = /^[\p{Nd}\s+\-().#*/]*\p{Nd}[\p{Nd}\s+\-().#*/]*$/u;
const ADDRESS = /^(?:sips?|tel|iax2?|pjsip|h323|wss?):/i;
const CHANNEL = /^(?:pjsip|sip|iax2?|dahdi|zap|sccp|skinny|local|h323|mgcp)\//i;
const WORD_AND_NUMBER = new RegExp(`^(?:${WORDS})[.:]?[\\s#_-]*\\d+$`, "iu");
/** A prefix and a number joined by an underscore, such as ras_201: how hosted PBXs name the terminals of a customer. */
const TERMINAL = /^\p{L}[^\s@]*_\d{2,}$/u;

/** True when a text names a phone or terminal instead of a person: only digits, `ras_201`, `sip:…`, `SIP/201`, `201@host`, `ext 201`. */
export function isExtension(name: string): boolean {
  const text = name.trim();
  if (NUMBER.test(text) || ADDRESS.test(text) || CHANNEL.test(text) || WORD_AND_NUMBER.test(text) || TERMINAL.test(text)) return true;
  const [user = "", host] = text.split("@", 2);
  return host !== undefined && user !== "" && isExtension(user);
}

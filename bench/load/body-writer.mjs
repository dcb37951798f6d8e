/** Writes bodies of which each is of another call: `write(id)` puts the id wherever `{id}` stands in the template. */
export function bodyWriter(template) {
  const parts = template.split("{id}");
  return (id) => parts.join(id);
}

/** The items in their order, without those whose key has been there before. */
export function firstOfEach<Item, Key>(items: Item[], keyOf: (item: Item) => Key): Item[] {
  return [...Map.groupBy(items, keyOf).values()].flatMap(([first]) => (first === undefined ? [] : [first]));
}

/** Numbers that look like chance and are the same in every run. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed * 2_654_435_761 + 12_345;
  }

  below(limit: number): number {
    this.state = (Math.imul(this.state ^ (this.state >>> 15), 2_246_822_519) + 0x9e37_79b9) | 0;
    const mixed = Math.imul(this.state ^ (this.state >>> 13), 3_266_489_917);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % limit;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  }
}

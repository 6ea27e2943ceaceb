/** Collects bits into bytes, the most significant first (`msb`, JPEG and H.264) or the least (`lsb`, WebP). */
export class BitWriter {
  private readonly bytes: number[] = [];
  private current = 0;
  private filled = 0;

  constructor(private readonly order: 'msb' | 'lsb') {}

  /** Appends the lowest `count` bits of a number. */
  write(value: number, count: number): this {
    for (let index = 0; index < count; index += 1) {
      const bit = (value >>> (this.order === 'msb' ? count - 1 - index : index)) & 1;
      this.current |= bit << (this.order === 'msb' ? 7 - this.filled : this.filled);
      this.filled += 1;
      if (this.filled === 8) this.flushByte();
    }
    return this;
  }

  /** Exponential Golomb code, as H.264 writes numbers. */
  golomb(value: number): this {
    const length = 32 - Math.clz32(value + 1);
    return this.write(0, length - 1).write(value + 1, length);
  }

  /** Fills the last byte with `padding` bits and returns everything. */
  finish(padding: 0 | 1 = 0): Buffer {
    while (this.filled > 0) this.write(padding, 1);
    return Buffer.from(this.bytes);
  }

  get isAligned(): boolean {
    return this.filled === 0;
  }

  private flushByte(): void {
    this.bytes.push(this.current);
    this.current = 0;
    this.filled = 0;
  }
}

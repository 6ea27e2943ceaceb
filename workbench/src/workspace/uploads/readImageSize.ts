import { imageSize } from 'image-size';

/** Width and height of a picture; undefined for what is none. */
export function readImageSize(bytes: Buffer): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    return undefined;
  }
}

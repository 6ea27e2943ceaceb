/** One file of the app package: its path in the zip and its bytes. */
export interface PackagePart {
  path: string;
  content: Buffer;
}

/** An API key as it may be shown: dots, however long it is. */
export function maskKey(key: string): string {
  return key === '' ? '' : '•'.repeat(16);
}

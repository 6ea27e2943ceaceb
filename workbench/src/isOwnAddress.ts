/** Whether a URL leads to this machine itself: an address that an earlier start on another port may have set. */
export function isOwnAddress(url: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\/?$/.test(url);
}

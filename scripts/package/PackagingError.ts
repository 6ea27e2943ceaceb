/** What a person must put right before the app can be packaged; the message is one readable line. */
export class PackagingError extends Error {
  override readonly name = 'PackagingError';
}

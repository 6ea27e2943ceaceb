/** An error that a person must correct before the app can be packaged. Its message is one readable line. */
export class PackagingError extends Error {
  override readonly name = 'PackagingError';
}

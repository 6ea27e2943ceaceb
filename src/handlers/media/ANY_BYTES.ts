/** The MIME type that says nothing about a file. */
export const ANY_BYTES = 'application/octet-stream';

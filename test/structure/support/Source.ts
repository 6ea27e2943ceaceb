/** One file of the repository: its path from the root, with forward slashes, and its text. */
export interface Source {
  path: string;
  text: string;
}

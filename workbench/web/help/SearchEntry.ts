/** What stands below one heading of the help. */
export interface SearchEntry {
  address: string;
  /** The title of its page. */
  page: string;
  heading: string;
  text: string;
}

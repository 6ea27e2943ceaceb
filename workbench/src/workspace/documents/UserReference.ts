/** How other documents name a user (or, on a visitor's message, the visitor). */
export interface UserReference {
  _id: string;
  username: string;
  name?: string;
}

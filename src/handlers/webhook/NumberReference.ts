/** The business number that a change is about; both are missing where a body does not say it (account events, old bodies). */
export interface NumberReference {
  /** Meta's id of the number. */
  phoneNumberId?: string;
  /** Digits only. */
  displayNumber?: string;
}

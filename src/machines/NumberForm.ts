/** What an admin types into the Connect and Edit modals; absent fields are empty strings. */
export interface NumberForm {
  apiKey: string;
  phoneNumber: string;
  departmentId: string;
  welcomeMessage: string;
  finishedMessage: string;
  offlineMessage: string;
}

/** A sentence of the locales, with what it mentions. */
export interface Sentence {
  key: string;
  params?: Record<string, string | number>;
}

/** The field of the form that a sentence belongs under. */
export type FieldErrors = Partial<Record<keyof NumberForm, Sentence>>;

/** What 360dialog told of a number when its key was checked; absent where it did not say. */
export interface NumberFacts {
  phoneNumberId?: string;
  displayName?: string;
  quality?: string;
  messagingLimit?: string;
}

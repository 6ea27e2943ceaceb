/** A piece of what a reader sees: its text and the marks on it, sorted and joined by `+`. */
export type Run = [text: string, marks: string];

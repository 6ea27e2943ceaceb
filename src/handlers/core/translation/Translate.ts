/** Finds a sentence by its key, such as `setup:question`, and fills in what it mentions. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

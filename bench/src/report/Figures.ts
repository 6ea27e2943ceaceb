/** What one measurement gives to the report. */
export interface Figures {
  title: string;
  /** How it was measured, for somebody who wants to believe it. */
  method: string;
  columns: string[];
  rows: string[][];
  /** What follows from the table, or limits it. */
  notes?: string[];
  goals?: Goal[];
}

/** Something that the project has promised itself. */
export interface Goal {
  what: string;
  goal: string;
  measured: string;
  isMet: boolean;
}

/** A UIKit text. */
export interface WireText {
  type: string;
  text: string;
}

/** An option of a select, a checkbox and the like. */
export interface WireOption {
  text: WireText;
  value: string;
}

/** A UIKit element; the fields that people see or that make values. */
export interface WireElement {
  type: string;
  appId?: string;
  blockId?: string;
  actionId?: string;
  text?: WireText | string;
  value?: string;
  url?: string;
  placeholder?: WireText;
  options?: WireOption[];
  initialValue?: string | number;
  initialOption?: WireOption;
  initialOptions?: WireOption[];
  initialDate?: string;
  initialTime?: string;
  dispatchActionConfig?: string[];
}

/** A UIKit block. */
export interface WireBlock {
  type: string;
  appId?: string;
  blockId?: string;
  text?: WireText;
  fields?: WireText[];
  label?: WireText;
  hint?: WireText;
  title?: WireText;
  element?: WireElement;
  accessory?: WireElement;
  elements?: WireElement[];
  optional?: boolean;
}

/** A modal or contextual bar as the server sends it. */
export interface WireView {
  appId: string;
  id: string;
  type: string;
  title: WireText;
  submit?: WireElement;
  close?: WireElement;
  blocks: WireBlock[];
}

/** What the server answers to an interaction, or pushes. */
export interface WireInteraction {
  success?: boolean;
  type?: string;
  triggerId?: string;
  appId?: string;
  viewId?: string;
  view?: WireView;
  errors?: Record<string, string> | Record<string, string>[];
}

import type { ElementPlace } from './PlacedElement';

/** Where ui-kit's types allow each element that the client draws. */
export const elementPlaces: Readonly<Record<string, readonly ElementPlace[]>> = {
  button: ['actions', 'accessory', 'callout'],
  static_select: ['actions', 'input', 'accessory'],
  multi_static_select: ['actions', 'input', 'accessory'],
  datepicker: ['actions', 'input', 'accessory'],
  plain_text_input: ['input'],
  overflow: ['actions', 'accessory', 'callout'],
  linear_scale: ['actions', 'input'],
  checkbox: ['actions', 'input'],
  radio_button: ['actions', 'input'],
  toggle_switch: ['actions', 'input'],
  time_picker: ['actions', 'input'],
  image: ['accessory', 'context'],
  users_select: ['actions', 'input'],
  multi_users_select: ['actions', 'input'],
  channels_select: ['actions', 'input'],
  multi_channels_select: ['actions', 'input'],
  tab: ['tabs'],
  icon_button: ['info_card'],
};

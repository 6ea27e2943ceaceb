/** The header of every request that says for which number it is. */
export const KEY_HEADER = 'D360-API-KEY';

import { plainToMarkdown } from '../markup/plainToMarkdown';
import { fullTitle } from './fullTitle';
import type { Renderer } from './Renderer';

/** A tap on a button or a row: its full title and nothing else, so that a bot in the room understands it. */
export const renderOption: Renderer<'option'> = ({ title, id }) => ({ text: plainToMarkdown(fullTitle(title, id)) });

import type { Simulator } from '../Simulator';
import type { Answer } from './Answer';
import type { ApiRequest } from './ApiRequest';

/** Does what one endpoint of 360dialog does. */
export type Endpoint = (simulator: Simulator, request: ApiRequest) => Answer | Promise<Answer>;

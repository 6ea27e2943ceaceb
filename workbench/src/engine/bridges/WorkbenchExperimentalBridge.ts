import { ExperimentalBridge } from '@rocket.chat/apps-engine/server/bridges/ExperimentalBridge';

/** Has no methods in this version of the engine. */
export class WorkbenchExperimentalBridge extends ExperimentalBridge {}

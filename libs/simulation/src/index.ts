export { hexOf, Simulation, simulatedOf, type Simulated, type SimulatedDay } from './simulation';
export { Recorder, SNAPSHOT_DAYS } from './recorder';
export { accountsBeside, type AccountsBeside } from './losses/beside';
export { layFrames, readFrames, SLOTS, writeFrames, type FrameLayout } from './losses/frame-ring';
export { lossRows } from './losses/loss-rows';
export { openRunModel } from './run-model';
export { openProjection, type ProjectionOptions } from './run-projection';
export { recoveryHost, stageHost, type HostParts, type Instance } from './hosts';

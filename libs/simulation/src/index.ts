export { hexOf, Simulation, simulatedOf, type Simulated, type SimulatedDay } from './simulation';
export { Recorder, SNAPSHOT_DAYS } from './recorder';
export { accountsBeside, type AccountsBeside } from './losses/beside';
export { layFrames, readFrames, SLOTS, writeFrames, type FrameLayout } from './losses/frame-ring';
export { lossRows } from './losses/loss-rows';

export { Streams, type Reader, type StreamsOptions } from './streams';

export { Streams } from './streams';

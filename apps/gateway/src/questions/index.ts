export { Questions, type QuestionsOptions } from './questions';

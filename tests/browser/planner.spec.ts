// The planner's way over the services of one process.
import { plannersWay } from './planners-way.features';
import { describeInBrowser, serve, type Served } from './serve';

jest.setTimeout(180_000);

describeInBrowser('a planner at the page of one process', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served?.stop());

  plannersWay(() => served);
});

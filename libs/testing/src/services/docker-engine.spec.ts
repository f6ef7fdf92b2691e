import { createServer, type Server } from 'node:http';
import { createServer as createSilentServer, type AddressInfo, type Server as Listener } from 'node:net';
import { dockerAnswers } from './docker-engine';

const listening = async <T extends Server | Listener>(server: T): Promise<{ server: T; host: string }> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, host: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

describe('a Docker engine', () => {
  it('is there when it answers a ping', async () => {
    const { server, host } = await listening(createServer((asked, answer) => answer.end(asked.url)));
    expect(await dockerAnswers({ DOCKER_HOST: host })).toBe(true);
    server.close();
  });

  it('is not there when something else answers', async () => {
    const { server, host } = await listening(createServer((_asked, answer) => answer.writeHead(404).end()));
    expect(await dockerAnswers({ DOCKER_HOST: host })).toBe(false);
    server.close();
  });

  it('is not there when nobody listens', async () => {
    expect(await dockerAnswers({ DOCKER_HOST: 'tcp://127.0.0.1:1' })).toBe(false);
    expect(await dockerAnswers({ DOCKER_HOST: 'unix:///nowhere/docker.sock' })).toBe(false);
  });

  it('is given up half a second after it took the question', async () => {
    const { server, host } = await listening(createSilentServer((socket) => socket.unref()));
    const began = Date.now();
    expect(await dockerAnswers({ DOCKER_HOST: host })).toBe(false);
    expect(Date.now() - began).toBeLessThan(5000);
    server.close();
  });
});

// What Nest calls the one process: its health alone; each service in it has a module of its own.
import { Module } from '@nestjs/common';

@Module({})
export class StandaloneModule {}

// The service that owns runs, as Nest and whoever starts it know it: it opens days, heals, and ends.
import type { ServiceDefinition } from '#libs/services';
import { Module } from '@nestjs/common';
import { behindControl } from './control.service';

@Module({})
class ControlModule {}

export const control: ServiceDefinition = { name: 'control', module: ControlModule, behind: behindControl };

// The service that steps the stage `logistics`, as Nest and whoever starts it know it.
import { stageService } from '#libs/services';
import { Module } from '@nestjs/common';

@Module({})
class LogisticsModule {}

export const logistics = stageService('logistics', LogisticsModule);

// The service that steps the stage `plants`, as Nest and whoever starts it know it.
import { stageService } from '#libs/services';
import { Module } from '@nestjs/common';

@Module({})
class PlantsModule {}

export const plants = stageService('plants', PlantsModule);

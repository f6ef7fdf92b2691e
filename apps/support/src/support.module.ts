// The service that steps the stage `support`, as Nest and whoever starts it know it.
import { stageService } from '#libs/services';
import { Module } from '@nestjs/common';

@Module({})
class SupportModule {}

export const support = stageService('support', SupportModule);

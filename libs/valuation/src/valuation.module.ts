import { Module } from '@nestjs/common';
import { IdentityModule } from '@sr/identity';
import { ValuationService } from './valuation.service';

@Module({ imports: [IdentityModule], providers: [ValuationService], exports: [ValuationService] })
export class ValuationModule {}

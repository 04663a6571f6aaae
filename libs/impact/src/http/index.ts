export { ImpactHttpModule } from './impact.http.module';

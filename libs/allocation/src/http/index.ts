export { AllocationHttpModule } from './allocation.http.module';

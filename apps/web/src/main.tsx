import '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css';
import './style/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { makeQueryClient } from './api/query-client';
import { routes } from './routes';
import { LanguageProvider } from './shell/language';
import { SESSION_KEY } from './shell/session';

const queryClient = makeQueryClient(() => queryClient.setQueryData(SESSION_KEY, null));
const router = createBrowserRouter(routes);
const root = document.getElementById('app');
if (!root) throw new Error('index.html has an element #app');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);

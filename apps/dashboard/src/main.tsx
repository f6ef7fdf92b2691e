import '@fontsource-variable/inter/index.css';
import './theme.css';
import './charts/charts.css';
import './shell/shell.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { isProblem } from './api/client';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the gateway refuses will be refused again; only what did not reach it is tried anew.
      retry: (failures, error) => failures < 3 && !isProblem(error),
    },
  },
});

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no #page');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);

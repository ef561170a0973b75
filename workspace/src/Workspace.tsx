import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { RouterProvider } from 'react-aria-components';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { Problem } from './api/client';
import { Notice, Waiting } from './parts/Notice';
import { Toasts } from './parts/toasts';
import { Invitation } from './session/Invitation';
import { useHere } from './session/context';
import { SessionGate } from './session/SessionGate';
import { Shell } from './shell/Shell';
import { Today } from './today/Today';

const NewVisit = lazy(() => import('./visit/NewVisit'));
const PatientPage = lazy(() => import('./today/PatientPage'));
const VisitPage = lazy(() => import('./visit/VisitPage'));
const LaunchPage = lazy(() => import('./launch/LaunchPage'));
const LaunchAnswer = lazy(() => import('./launch/LaunchPage').then(({ LaunchAnswer: page }) => ({ default: page })));
const AccountPage = lazy(() => import('./session/AccountPage'));
const Administration = lazy(() => import('./admin/Administration'));

/** What was fetched lives in this page's memory only and goes with it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, problem) => problem instanceof Problem && (problem.status === 0 || problem.status >= 500) && count < 2,
    },
  },
});

export function Workspace() {
  return (
    <QueryClientProvider client={queries}>
      <Router base="/app">
        <Linked>
          <Switch>
            <Route path="/invitation">
              <Invitation />
            </Route>
            <Route>
              <SessionGate>
                <Shell>
                  <Suspense fallback={<Waiting what="Opening" />}>
                    <Switch>
                      <Route path="/">
                        <First />
                      </Route>
                      <Route path="/visits/new">
                        <NewVisit />
                      </Route>
                      <Route path="/patients/:id">{({ id }) => <PatientPage key={id} id={id} />}</Route>
                      <Route path="/visits/:id">{({ id }) => <VisitPage key={id} id={id} />}</Route>
                      <Route path="/launch">
                        <LaunchPage />
                      </Route>
                      <Route path="/launch/back">
                        <LaunchAnswer />
                      </Route>
                      <Route path="/account">
                        <AccountPage />
                      </Route>
                      <Route path="/administration">
                        <Redirect to="/administration/people" replace />
                      </Route>
                      <Route path="/administration/:part">{({ part }) => <Administration part={part} />}</Route>
                      <Route>
                        <main className="page narrow" id="main">
                          <h1>Nothing here</h1>
                          <Notice>This address leads nowhere. Go back to today’s visits.</Notice>
                        </main>
                      </Route>
                    </Switch>
                  </Suspense>
                </Shell>
              </SessionGate>
            </Route>
          </Switch>
        </Linked>
      </Router>
      <Toasts />
    </QueryClientProvider>
  );
}

/** Those who look after patients begin with the visits, those who look after the house with the house. */
function First() {
  const { role } = useHere().session.person;
  return role === 'clinician' || role === 'reviewer' ? <Today /> : <Redirect to={role === 'auditor' ? '/administration/audit' : '/administration/people'} replace />;
}

/** Links of the component library go through the same router as ours. */
function Linked({ children }: { children: React.ReactNode }) {
  const [, navigate] = useLocation();
  return (
    <RouterProvider navigate={navigate} useHref={(href) => (href.startsWith('/app/') ? href : `/app${href}`)}>
      {children}
    </RouterProvider>
  );
}

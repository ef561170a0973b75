import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { background, get, post } from './client';
import type { Page, Patient, Review, Specialty, Template, Visit } from './model';

const MOVING: ReadonlySet<Visit['state']> = new Set(['recording', 'processing']);

function asking(parts: Record<string, string | undefined>): string {
  const asked = new URLSearchParams();
  Object.entries(parts).forEach(([name, value]) => value && asked.set(name, value));
  const text = asked.toString();
  return text ? `?${text}` : '';
}

/** Visits of a day or in a state. */
export function useVisits(asked: { state?: string; day?: string }) {
  return useInfiniteQuery({
    queryKey: ['visits', asked],
    initialPageParam: '',
    queryFn: ({ pageParam }) => background<Page<Visit>>(`visits${asking({ ...asked, cursor: pageParam })}`),
    getNextPageParam: (page) => page.next || undefined,
    refetchInterval: (query) => (query.state.data?.pages.some((page) => page.items.some((visit) => MOVING.has(visit.state))) ? 4_000 : 30_000),
  });
}

/**
 * Visits of patients whose names begin so, among those that did not all come. What is sought goes in a body: no address carries
 * a name. Cached for as long as it is looked at only.
 */
export function useFoundVisits(asked: { state?: string; day?: string; q: string }, enabled: boolean) {
  return useQuery({
    queryKey: ['visits', 'found', asked],
    queryFn: async () => (await post<Page<Visit>>('visits/search', asked)).items,
    enabled: enabled && asked.q !== '',
    gcTime: 0,
  });
}

export function useVisit(id: string) {
  return useQuery({
    queryKey: ['visit', id],
    queryFn: () => background<Visit>(`visits/${id}`),
    refetchInterval: (query) => (query.state.data && MOVING.has(query.state.data.state) ? 2_000 : false),
  });
}

export function useReview(id: string, enabled: boolean) {
  return useQuery({ queryKey: ['review', id], queryFn: () => get<Review>(`visits/${id}/review`), enabled, staleTime: 30_000 });
}

export function usePatients(q: string) {
  return useQuery({
    queryKey: ['patients', q],
    queryFn: () => post<Page<Patient>>('patients/search', { q }),
    placeholderData: (before) => before,
  });
}

export function useTemplates() {
  return useQuery({ queryKey: ['templates'], staleTime: 600_000, queryFn: async () => (await get<Page<Template>>('templates')).items });
}

export function useSpecialties() {
  return useQuery({ queryKey: ['specialties'], staleTime: 600_000, queryFn: async () => (await get<Page<Specialty>>('specialties')).items });
}

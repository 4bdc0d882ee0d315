"""Questions that span models; read only."""

"""Ways out of the house for messages: SMS gateways behind one small interface."""

from courses.adapters.gateways.base import Gateway, GatewayError, Outcome, configured_gateway

__all__ = ["Gateway", "GatewayError", "Outcome", "configured_gateway"]

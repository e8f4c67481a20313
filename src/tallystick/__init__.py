"""tallystick: what each side says of an attack, and the incidents behind every count."""

__version__ = "0.1.0"
